// Shows the brand while its colours are typed; how well they are read is told by the server.
const form = document.querySelector("[data-brand-form]");
const preview = document.querySelector("[data-brand-preview]");

if (form && preview) {
    form.addEventListener("input", draw);
    document.querySelector("[data-brand-logo-form] input[type=file]")?.addEventListener("change", drawLogo);
    draw();
}

function draw() {
    const primary = colour("--brand-primary");
    if (!primary) return;
    const on = colour("--brand-on-primary") ?? best(primary);
    set("--brand-primary", primary);
    set("--brand-on-primary", on);
    set("--tblr-card-bg", "#ffffff");
    set("--brand-ink", colour("--brand-ink"));
    set("--tblr-body-bg", colour("--ground"));
    preview.querySelector("[data-brand-link]").style.setProperty("color", "var(--brand-ink)", "important");
    preview.querySelector("[data-brand-name]").textContent = form.elements.namedItem("name").value;
}

function set(name, value) {
    if (value) preview.style.setProperty(name, value);
    else preview.style.removeProperty(name);
}

function colour(name) {
    const typed = form.querySelector(`[data-brand="${name}"] [data-colour-text]`).value.trim();
    return /^#[0-9a-f]{6}$/i.test(typed) ? typed : null;
}

function best(ground) {
    return contrast(ground, "#000000") > contrast(ground, "#ffffff") ? "#000000" : "#ffffff";
}

function contrast(one, other) {
    const [a, b] = [luminance(one), luminance(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex) {
    const [r, g, b] = [1, 3, 5]
        .map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
        .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function drawLogo(event) {
    const file = event.target.files[0];
    if (!file || !/^image\/(png|jpeg)$/.test(file.type)) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => {
        const image = preview.querySelector("[data-brand-logo]");
        image.src = reader.result;
        image.hidden = false;
    });
    reader.readAsDataURL(file);
}
