/** A file name from a description: "digits-3-and-8-gaussian-against-orthogonal.npz". */
export function fileNameOf(description: string): string {
  const words = description
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 80);
  return `${words === '' ? 'tangent-lab' : words}.npz`;
}
