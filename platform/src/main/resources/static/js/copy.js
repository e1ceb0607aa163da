// Buttons with data-copy appear where the clipboard can be written, and say so when they have.
for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) break;
    button.hidden = false;
    const label = button.querySelector("[data-copy-label]");
    const before = label.textContent;
    button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.dataset.copy);
        label.setAttribute("role", "status");
        label.textContent = button.dataset.copied;
        setTimeout(() => { label.textContent = before; }, 2000);
    });
}
