package org.plenary.registration.letter;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets whether invitations are looked at first, and who signs letters. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/letters/rule")
class LetterRulePages {
    private static final int LONGEST_NAME = 200;

    private final ConferenceApi conferences;
    private final LetterRules rules;
    private final Saving saving;
    private final Phrases phrases;

    LetterRulePages(ConferenceApi conferences, LetterRules rules, Saving saving, Phrases phrases) {
        this.conferences = conferences;
        this.rules = rules;
        this.saving = saving;
        this.phrases = phrases;
    }

    @GetMapping
    @Requires(Permission.REGISTRATION_READ)
    ModelAndView form(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var rule = rules.of(found.id());
        var form = Posted.empty()
                .set("version", rule.version())
                .set("checked", rule.checked())
                .set("signer", rule.signer())
                .set("signer_post", rule.signerPost());
        return page(found, form);
    }

    @PostMapping
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile signature,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var version = posted.integer("version");
            posted.throwIfWrong();
            var signer = posted.get("signer").strip();
            var post = posted.texts("signer_post");
            new Violations()
                    .optionalText("/signer", signer, LONGEST_NAME)
                    .optionalText("/signer_post", post, LONGEST_NAME)
                    .throwIfAny();
            var rule = new LetterRule(posted.isOn("checked"), signer, post, null, version == null ? 0 : version);
            saving.save(found, rule, signature, posted.isOn("without_signature"));
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return phrases.refused(page(found, posted), e, locale);
        }
        redirect.addFlashAttribute("flash", phrases.done("registration.letter.rule-saved", locale));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/letters");
    }

    private ModelAndView page(ConferenceView conference, Posted form) {
        return new ModelAndView("registration/letter-rule", Map.of("form", form))
                .addObject("slug", conference.slug())
                .addObject("hasSignature", rules.of(conference.id()).signature() != null);
    }

    /** Keeps a rule, and the picture that goes with it. */
    @Component("letterRuleSaving")
    static class Saving {
        private final LetterRules rules;
        private final FileStore files;
        private final AuditTrail audit;

        Saving(LetterRules rules, FileStore files, AuditTrail audit) {
            this.rules = rules;
            this.files = files;
            this.audit = audit;
        }

        /** @param picture null or empty to leave the one that there is, unless it goes */
        @Transactional
        public void save(
                ConferenceView conference, LetterRule rule, @Nullable MultipartFile picture, boolean withoutPicture)
                throws IOException {
            var before = rules.of(conference.id());
            var signature = withoutPicture ? null : before.signature();
            if (picture != null && !picture.isEmpty())
                signature = files.keep(FileRule.LOGO, "/signature", picture).id();
            rules.save(
                    conference.id(),
                    new LetterRule(rule.checked(), rule.signer(), rule.signerPost(), signature, rule.version()));
            if (before.signature() != null && !before.signature().equals(signature)) files.delete(before.signature());
            audit.record(
                    "letter-rule.saved",
                    conference.id().toString(),
                    Map.of("conference", conference.slug(), "checked", rule.checked()));
        }
    }
}
