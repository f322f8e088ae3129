/** Puts a choice into the address as `?key=value`, without a new entry in the history; undefined takes it out. */
export function keepInQuery(
  { location, history }: Window,
  key: string,
  value: string | undefined,
): void {
  const query = new URLSearchParams(location.search);
  if (value === undefined) query.delete(key);
  else query.set(key, value);
  const search = query.size > 0 ? `?${query.toString()}` : '';
  history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
}
