/**
 * Splits `count` over places that hold at most `room[c]` each, as evenly as they allow; what is left over goes to the
 * first ones. Throws if there is not enough room.
 */
export function evenShares(count: number, room: readonly number[]): readonly number[] {
  const shares = room.map(() => 0);
  let left = count;
  while (left > 0) {
    const open = room.flatMap((most, c) => (shares[c]! < most ? [c] : []));
    if (open.length === 0) throw new RangeError(`no room for ${left} of ${count}`);
    for (const c of open.slice(0, left)) {
      shares[c]! += 1;
      left -= 1;
    }
  }
  return shares;
}
