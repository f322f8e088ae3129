/** A function of one object that computes once per object and forgets with it. */
export function cached<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/** A function of two objects that computes once per pair and forgets with either. */
export function cachedPair<A extends object, B extends object, V>(
  compute: (a: A, b: B) => V,
): (a: A, b: B) => V {
  const ofFirst = cached((a: A) => cached((b: B) => compute(a, b)));
  return (a, b) => ofFirst(a)(b);
}

/**
 * A function of two objects that remembers for each first one only the latest second one: where results are large and a
 * person moves on from one to the next.
 */
export function cachedLatest<A extends object, B extends object, V>(
  compute: (a: A, b: B) => V,
): (a: A, b: B) => V {
  const latest = new WeakMap<A, { readonly b: B; readonly value: V }>();
  return (a, b) => {
    const found = latest.get(a);
    if (found?.b === b) return found.value;
    const value = compute(a, b);
    latest.set(a, { b, value });
    return value;
  };
}
