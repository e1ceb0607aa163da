// Each line of a form's summary of errors says which field it is about. The links lead there without this.
for (const summary of document.querySelectorAll(".form-summary")) name(summary);
document.addEventListener("htmx:afterSwap", event => {
    for (const summary of event.target.parentElement?.querySelectorAll(".form-summary") ?? []) name(summary);
});

function name(summary) {
    for (const link of summary.querySelectorAll("a[href^='#f-']")) {
        const caption = captionOf(link.hash.slice(1));
        if (!caption || link.dataset.named) continue;
        link.dataset.named = "true";
        const strong = document.createElement("strong");
        strong.textContent = caption;
        link.prepend(strong, document.documentElement.lang.startsWith("zh") ? "：" : ": ");
    }
}

function captionOf(id) {
    const field = document.getElementById(decodeURIComponent(id));
    const caption = field?.querySelector("legend") ?? field?.closest("label")
        ?? document.querySelector(`label[for="${CSS.escape(decodeURIComponent(id))}"]`);
    const text = caption?.cloneNode(true);
    text?.querySelectorAll(".form-required, .visually-hidden").forEach(mark => mark.remove());
    return text?.textContent.trim();
}
