package org.plenary.identity.email;

import java.util.Optional;
import org.plenary.identity.Public;
import org.plenary.tenancy.PlatformHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the mailed links lead. Opening one changes nothing, so programs that look at links do not use it up. */
@Controller
@PlatformHost
@Public
class EmailLinkPages {
    private final StoredEmailChanges changes;
    private final ChangingEmail changing;

    EmailLinkPages(StoredEmailChanges changes, ChangingEmail changing) {
        this.changes = changes;
        this.changing = changing;
    }

    @GetMapping(StoredEmailChanges.CONFIRMATION)
    ModelAndView confirmation(@RequestParam(defaultValue = "") String link) {
        return page("identity/email-confirmation", link, changes.toConfirm(link));
    }

    @PostMapping(StoredEmailChanges.CONFIRMATION)
    ModelAndView confirm(@RequestParam(defaultValue = "") String link) {
        var change = changes.toConfirm(link);
        return change.isPresent() && changing.confirm(link)
                ? new ModelAndView("identity/email-confirmed")
                        .addObject("kind", change.get().kind().code())
                : gone();
    }

    @GetMapping(StoredEmailChanges.UNDOING)
    ModelAndView undoing(@RequestParam(defaultValue = "") String link) {
        return page("identity/email-undoing", link, changes.toUndo(link));
    }

    @PostMapping(StoredEmailChanges.UNDOING)
    ModelAndView undo(@RequestParam(defaultValue = "") String link) {
        return changing.undo(link) ? new ModelAndView("identity/email-undone") : gone();
    }

    private static ModelAndView page(String view, String link, Optional<StoredEmailChanges.Change> change) {
        return change.map(found -> new ModelAndView(view)
                        .addObject("link", link)
                        .addObject("kind", found.kind().code())
                        .addObject("oldEmail", found.oldEmail())
                        .addObject("newEmail", found.newEmail()))
                .orElseGet(EmailLinkPages::gone);
    }

    private static ModelAndView gone() {
        return new ModelAndView("identity/email-link-gone", HttpStatus.GONE);
    }
}
