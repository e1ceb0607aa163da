// Chooses the time zone of this device where none is chosen yet.
for (const select of document.querySelectorAll("[data-own-zone] select")) {
    if (select.value) continue;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...select.options].some(option => option.value === zone)) select.value = zone;
}

// The address that is proposed from the name comes late: one that was typed meanwhile stays.
document.addEventListener("htmx:beforeSwap", event => {
    const typed = document.querySelector("#signup-address input");
    if (event.detail.target?.id === "signup-address" && typed?.value) event.detail.shouldSwap = false;
});
