const lowest = { major: 20, minor: 19 };

/** Ends the process with a sentence where Node is older than the project's tools allow. */
export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > lowest.major || (major === lowest.major && minor >= lowest.minor)) return;
  console.error(
    `Tangent Lab needs Node ${lowest.major}.${lowest.minor} or newer and this is ` +
      `Node ${process.versions.node}. A newer one is at https://nodejs.org.`,
  );
  process.exit(1);
};
