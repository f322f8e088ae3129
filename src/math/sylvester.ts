/** Entry (i, j) of a Hadamard matrix of Sylvester's, of any size 2^c: (−1) to the number of binary ones that i and j share. */
export function sylvester(i: number, j: number): 1 | -1 {
  let shared = i & j;
  let sign: 1 | -1 = 1;
  for (; shared !== 0; shared &= shared - 1) sign = sign === 1 ? -1 : 1;
  return sign;
}
