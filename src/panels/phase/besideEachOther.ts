/** How far, in marks, each of several points moves sideways so that marks at one place stand beside each other. */
export function besideEachOther(
  points: readonly { readonly x: number; readonly y: number }[],
  near: number,
): readonly { readonly shift: number; readonly crowd: number }[] {
  const groups: number[][] = [];
  points.forEach((point, k) => {
    const group = groups.find((members) => {
      const first = points[members[0]!]!;
      return Math.hypot(first.x - point.x, first.y - point.y) < near;
    });
    if (group) group.push(k);
    else groups.push([k]);
  });
  return points.map((_, k) => {
    const group = groups.find((members) => members.includes(k)) ?? [k];
    return { shift: group.indexOf(k) - (group.length - 1) / 2, crowd: group.length };
  });
}
