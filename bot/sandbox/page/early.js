// Runs before the first paint, so that a chosen theme does not flash. The rest is in theme.js.
try {
  const theme = localStorage.getItem("portal-theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // storage is forbidden: the system's theme it is
}
