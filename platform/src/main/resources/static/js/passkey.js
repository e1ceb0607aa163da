// Passkeys: the browser is asked to make one, or to sign with one, and its answer goes with the form.
const can = window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential.parseRequestOptionsFromJSON;

for (const form of document.querySelectorAll("form[data-passkey-make]")) {
    if (!can) {
        form.querySelector("[data-passkey-unknown]").hidden = false;
        form.querySelector("button[type=submit]").disabled = true;
        continue;
    }
    send(form, async () => navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(form.dataset.passkeyMake)),
    }));
}

for (const form of document.querySelectorAll("form[data-passkey-use]")) {
    if (!can) continue;
    form.hidden = false;
    send(form, async () => {
        const answer = await fetch(form.dataset.passkeyUse, {
            method: "POST",
            headers: { "X-CSRF-TOKEN": form.querySelector("input[name=_csrf]").value },
        });
        if (!answer.ok) throw new Error(`${answer.status}`);
        return navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json()),
        });
    });
}

function send(form, ask) {
    const failed = form.querySelector("[data-passkey-failed]");
    form.addEventListener("submit", async event => {
        event.preventDefault();
        failed.hidden = true;
        try {
            form.elements.credential.value = JSON.stringify(await ask());
            form.submit();
        } catch {
            // the person changed their mind, or the device cannot
            failed.hidden = false;
        }
    });
}
