package org.plenary.identity.person;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inviting people, and the invitations that are not answered yet. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/manage/members")
class MemberInvitationPages {
    private static final String LIST = "/manage/members/invitations";

    private final InvitingMembers inviting;
    private final RoleWords words;
    private final PageErrors errors;
    private final MessageSource messages;
    private final Clock clock;

    MemberInvitationPages(
            InvitingMembers inviting, RoleWords words, PageErrors errors, MessageSource messages, Clock clock) {
        this.inviting = inviting;
        this.words = words;
        this.errors = errors;
        this.messages = messages;
        this.clock = clock;
    }

    record Row(Invitation invitation, RoleWords.Held held, boolean open) {}

    @GetMapping("/new")
    ModelAndView form(Locale locale) {
        return form(MemberForm.blank(locale.toLanguageTag()), locale);
    }

    private ModelAndView form(MemberForm form, Locale locale) {
        return new ModelAndView("identity/member-new")
                .addObject("form", form)
                .addObject("room", inviting.room().orElse(null))
                .addObject("roles", words.roles(locale))
                .addObject("places", words.places(locale))
                .addObject("languages", Choice.languages());
    }

    @PostMapping("/invitations")
    ModelAndView invite(MemberForm form, Locale locale, RedirectAttributes redirect) {
        try {
            var invited = inviting.invite(form.name(), form.email(), language(form.language()), form.wish());
            return done("invited", invited.email(), locale, redirect);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return errors.refused(form(form, locale), e, locale);
        }
    }

    private static Locale language(@Nullable String tag) {
        return Languages.nearest(tag == null ? "" : tag);
    }

    @GetMapping("/invitations")
    ModelAndView list(Locale locale) {
        return new ModelAndView("identity/member-invitations")
                .addObject("room", inviting.room().orElse(null))
                .addObject("invitations", rows(inviting.all(), locale))
                .addObject("zone", Tenancy.require().timeZone());
    }

    private List<Row> rows(List<Invitation> some, Locale locale) {
        var held = words.offered(some, locale);
        var rows = new java.util.ArrayList<Row>();
        for (var i = 0; i < some.size(); i++)
            rows.add(new Row(some.get(i), held.get(i), some.get(i).isOpenAt(clock.instant())));
        return rows;
    }

    @PostMapping("/invitations/{id}/mail")
    ModelAndView mailAgain(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        try {
            return done("invited", inviting.mailAgain(id).email(), locale, redirect);
        } catch (Problem.Conflict e) {
            var said = String.join(" ", errors.of(e, locale).values());
            redirect.addFlashAttribute("flash", Flash.failure(said));
            return new ModelAndView("redirect:" + LIST);
        }
    }

    @GetMapping("/invitations/{id}/withdrawal")
    ModelAndView question(@PathVariable UUID id) {
        return new ModelAndView("identity/member-invitation-withdrawal").addObject("invitation", inviting.require(id));
    }

    @PostMapping("/invitations/{id}/withdrawal")
    ModelAndView withdraw(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        return done("withdrawn", inviting.withdraw(id).email(), locale, redirect);
    }

    private ModelAndView done(String what, String email, Locale locale, RedirectAttributes redirect) {
        var text = messages.getMessage("identity.invitations." + what, new Object[] {email}, locale);
        redirect.addFlashAttribute("flash", Flash.success(text));
        return new ModelAndView("redirect:" + LIST);
    }
}
