// The list of what is wrong names the field of each line: "This is required." alone says little when it stands there seven times.
const named = root => root.querySelectorAll(".form-summary a[href^='#f-']").forEach(link => {
    if (link.dataset.named) return;
    const id = decodeURIComponent(link.hash.slice(1));
    const target = document.getElementById(id);
    const label = [...document.querySelectorAll("label")].find(each => each.htmlFor === id)
        ?? target?.closest("label")
        ?? target?.closest("fieldset")?.querySelector("legend");
    const words = label?.cloneNode(true);
    words?.querySelectorAll(".visually-hidden, [aria-hidden]").forEach(each => each.remove());
    const name = words?.textContent.replace("*", "").trim();
    if (!name) return;
    link.dataset.named = "true";
    link.textContent = name + (document.documentElement.lang.startsWith("zh") ? "：" : ": ") + link.textContent;
});
named(document);
document.addEventListener("htmx:afterSettle", () => named(document));
