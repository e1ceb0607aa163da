// A link with data-dialog opens the confirmation page's panel in a dialog; whatever goes wrong, the link is followed.
document.addEventListener("click", async event => {
    const link = event.target.closest?.("a[data-dialog]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    try {
        const answer = await fetch(link.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const panel = page.querySelector("[data-dialog-panel]");
        if (!answer.ok || !panel) throw new Error("no panel");
        open(document.adoptNode(panel), link);
    } catch {
        location.assign(link.href);
    }
});

document.addEventListener("click", event => {
    const close = event.target.closest?.("dialog [data-dialog-close]");
    if (!close) return;
    event.preventDefault();
    close.closest("dialog").close();
});

// Menus close when something else is clicked, and on Escape.
document.addEventListener("click", event => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
        if (!menu.contains(event.target)) menu.open = false;
    }
});

document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.menu[open]")) {
        menu.open = false;
        menu.querySelector("summary").focus();
    }
});

function open(panel, link) {
    const dialog = document.createElement("dialog");
    dialog.className = "dialog";
    const heading = panel.querySelector("h1");
    if (heading) dialog.setAttribute("aria-labelledby", heading.id);
    dialog.append(panel);
    dialog.addEventListener("close", () => {
        dialog.remove();
        link.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
}
