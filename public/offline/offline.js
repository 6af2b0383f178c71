// Asks the server again, ever more slowly, and comes back to the page that was wanted when it answers.
const state = document.querySelector("#state");
const mostWait = 30_000;
let wait = 2_000;
let timer;

async function tryAgain() {
  clearTimeout(timer);
  const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) return location.reload();
  timer = setTimeout(tryAgain, wait);
  wait = Math.min(wait * 1.5, mostWait);
}

document.querySelector("#again").addEventListener("click", async () => {
  state.textContent = "Trying…";
  await tryAgain();
  state.textContent = "Still no answer. This page goes on trying.";
});
addEventListener("online", tryAgain);
timer = setTimeout(tryAgain, wait);
