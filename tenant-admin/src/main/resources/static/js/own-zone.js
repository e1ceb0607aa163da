// Chooses the time zone of this device where none is chosen yet.
for (const select of document.querySelectorAll("[data-own-zone] select")) {
    if (select.value) continue;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...select.options].some(option => option.value === zone)) select.value = zone;
}
