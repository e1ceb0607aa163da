// Requests made by htmx carry the CSRF token: from the page where staff are signed in, else from the form itself.
const page = document.body.dataset;

document.body.addEventListener("htmx:configRequest", event => {
    const token = csrfToken(event.detail.elt);
    if (token && !(token.parameter in event.detail.parameters)) event.detail.headers[token.header] = token.value;
});

function csrfToken(element) {
    const header = page.csrfHeader || "X-CSRF-TOKEN";
    if (page.csrfToken) return { header, value: page.csrfToken, parameter: "_csrf" };
    const field = element.closest("form")?.querySelector("input[name=_csrf]") ?? document.querySelector("input[name=_csrf]");
    return field && { header, value: field.value, parameter: "_csrf" };
}
