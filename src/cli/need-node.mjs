// Plain JavaScript on purpose: an old Node must be able to run this file to be told that it is too old.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This is Node ${process.versions.node}; the site needs 22.18 or newer and brings Node 24 as the npm package “node”.\n` +
      'npm did not run that package’s install script. Run:  npm rebuild node --ignore-scripts=false',
  );
  process.exit(1);
}
