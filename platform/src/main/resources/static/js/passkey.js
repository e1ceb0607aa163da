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

let offered = null;

for (const form of document.querySelectorAll("form[data-passkey-use]")) {
    if (!can) continue;
    form.hidden = false;
    send(form, async () => {
        // a browser asks for one thing at a time
        offered?.abort();
        return navigator.credentials.get({ publicKey: await options(form) });
    });
    offer(form);
}

async function options(form) {
    const answer = await fetch(form.dataset.passkeyUse, {
        method: "POST",
        headers: { "X-CSRF-TOKEN": form.querySelector("input[name=_csrf]").value },
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json());
}

// Among what the browser suggests for the e-mail are passkeys too. It is begun when somebody is there, since it begins a session.
function offer(form) {
    const field = document.querySelector("input[autocomplete~=webauthn]");
    if (!field || !PublicKeyCredential.isConditionalMediationAvailable) return;
    const signs = ["pointermove", "pointerdown", "keydown"];
    const begin = async () => {
        signs.forEach(sign => document.removeEventListener(sign, begin));
        try {
            if (!await PublicKeyCredential.isConditionalMediationAvailable()) return;
            offered = new AbortController();
            form.elements.credential.value = JSON.stringify(await navigator.credentials.get({
                mediation: "conditional",
                publicKey: await options(form),
                signal: offered.signal,
            }));
            form.submit();
        } catch {
            // nobody took one: the password, or the button, is there
        }
    };
    signs.forEach(sign => document.addEventListener(sign, begin));
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
