// The waiting page asks where it stands, and goes on by itself when it is its turn. Without this file it reloads itself.
const page = document.querySelector("[data-waiting]");
const sound = document.querySelector("[data-waiting-sound]");
const title = document.title;
let audio;

sound.hidden = false;
// Browsers play nothing before somebody pressed something.
sound.addEventListener("click", () => {
    audio = audio ? void audio.close() : new AudioContext();
    sound.setAttribute("aria-pressed", String(Boolean(audio)));
    sound.classList.toggle("active", Boolean(audio));
    ring();
});
ask(Number(page.dataset.next));

/** Not all at the same moment: a fifth sooner or later. */
async function ask(seconds) {
    await new Promise(resolve => setTimeout(resolve, 1000 * seconds * (0.8 + 0.4 * Math.random())));
    let place;
    try {
        const answer = await fetch(page.dataset.place, { headers: { Accept: "application/json" }, credentials: "same-origin" });
        if (!answer.ok) return ask(10);
        place = await answer.json();
    } catch {
        return ask(10);
    }
    if (place.state === "admitted") return turn();
    if (place.state === "closed") return ask(place.next);
    if (place.state !== page.dataset.state) return location.assign(page.dataset.place.replace(/\/place$/, ""));
    for (const text of document.querySelectorAll("[data-waiting-text]"))
        if (text.textContent !== place[text.dataset.waitingText]) text.textContent = place[text.dataset.waitingText];
    if (page.dataset.state === "waiting") document.title = place.ahead + " · " + title;
    return ask(place.next);
}

/** Who looks goes on at once; who looks elsewhere is called until they are back. */
function turn() {
    if (!document.hidden) return go();
    document.querySelector("[data-waiting-turn]").hidden = false;
    let on = false;
    setInterval(() => document.title = (on = !on) ? page.dataset.turn : "★ " + page.dataset.turn, 1000);
    ring();
    setInterval(ring, 5000);
    return document.addEventListener("visibilitychange", go);
}

async function go() {
    ring();
    if (audio) await new Promise(resolve => setTimeout(resolve, 700));
    location.assign(page.dataset.register);
}

function ring() {
    if (!audio) return;
    [660, 880].forEach((pitch, i) => {
        const tone = audio.createOscillator();
        const volume = audio.createGain();
        const start = audio.currentTime + i * 0.25;
        tone.frequency.value = pitch;
        volume.gain.setValueAtTime(0.25, start);
        volume.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
        tone.connect(volume).connect(audio.destination);
        tone.start(start);
        tone.stop(start + 0.4);
    });
}
