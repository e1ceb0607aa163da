// A colour is typed or picked; data-colour-sets names the custom property that shows it in the preview, and the contrast
// of the two brand colours is told in [data-colour-contrast].
for (const field of document.querySelectorAll("[data-colour]")) {
    const picker = field.querySelector("[data-colour-picker]");
    const text = field.querySelector("[data-colour-text]");
    picker.hidden = false;
    picker.addEventListener("input", () => { text.value = picker.value; show(text); });
    text.addEventListener("input", () => show(text));
    show(text);

    function show(input) {
        if (!/^#[0-9a-f]{6}$/i.test(input.value)) return;
        picker.value = input.value;
        const preview = document.querySelector("[data-colour-preview]");
        if (!preview || !input.dataset.colourSets) return;
        preview.style.setProperty(input.dataset.colourSets, input.value);
        tellContrast(preview);
    }
}

function tellContrast(preview) {
    const place = document.querySelector("[data-colour-contrast]");
    if (!place) return;
    const of = name => preview.style.getPropertyValue(name).trim();
    const [ground, ink] = [of("--brand-primary"), of("--brand-on-primary")];
    if (!ground || !ink) return;
    const ratio = contrast(luminance(ground), luminance(ink));
    place.textContent = `${ratio.toFixed(1)} : 1`;
    place.classList.toggle("is-bad", ratio < 4.5);
    place.classList.toggle("is-good", ratio >= 4.5);
}

function luminance(hex) {
    const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
