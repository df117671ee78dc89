// Plain JavaScript on purpose: an old Node must be able to run this file to be told that it is too old.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This is Node ${process.versions.node}; the site needs 22.18 or newer. npm brings Node 24 where optional packages are installed:\n` +
      'run  npm ci --include=optional  or install Node 24.',
  );
  process.exit(1);
}
