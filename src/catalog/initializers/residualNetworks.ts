/** The architectures that are made of residual blocks, by id. */
export const residualNetworks: readonly string[] = ['resntk', 'tirer', 'preact', 'convres'];

/** Why a scheme for residual branches is not for this architecture; undefined if it has such branches. */
export const needsBranches = (scheme: string, architecture: string): string | undefined =>
  residualNetworks.includes(architecture)
    ? undefined
    : `${scheme} says how the branches of residual blocks start, and the architecture ${architecture} has no such blocks: ` +
      `choose a residual architecture, or another initializer.`;

/** What to know of the limit where branches end in zero weights. */
export const silentBranches =
  'branches start at zero: within each only the last map has a part in Θ_0';
