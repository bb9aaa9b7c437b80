// The terminal has the keys from the start, without a click.
window.addEventListener("load", () => {
  document.querySelector(".xterm-helper-textarea").focus();
  document.querySelector(".ended button").addEventListener("click", () => window.location.reload());
});
