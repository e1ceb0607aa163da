// Chooses the time zone of this device where none is chosen yet.
for (const select of document.querySelectorAll("[data-own-zone] select")) {
    if (select.value) continue;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...select.options].some(option => option.value === zone)) select.value = zone;
}

// The address that is proposed from the name comes late: one that was typed meanwhile stays, and to somebody who is already in
// the field it comes selected, so that the next key replaces it.
const address = () => document.querySelector("#signup-address input");
let isWaiting = false;

document.addEventListener("htmx:beforeSwap", event => {
    if (event.detail.target?.id !== "signup-address") return;
    if (address()?.value) event.detail.shouldSwap = false;
    else isWaiting = address() === document.activeElement;
});

document.addEventListener("htmx:afterSwap", () => {
    if (!isWaiting) return;
    isWaiting = false;
    address()?.focus();
    address()?.select();
});
