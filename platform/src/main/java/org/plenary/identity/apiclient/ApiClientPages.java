package org.plenary.identity.apiclient;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.identity.apiclient.Issuing.Facts;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/manage/api-clients")
class ApiClientPages {
    private static final String HERE = "/manage/api-clients";

    private final Issuing issuing;
    private final StoredClients clients;
    private final Texts texts;
    private final Clock clock;

    ApiClientPages(Issuing issuing, StoredClients clients, Texts texts, Clock clock) {
        this.issuing = issuing;
        this.clients = clients;
        this.texts = texts;
        this.clock = clock;
    }

    /** What is said in the reader's language. */
    @Component
    record Texts(MessageSource messages, PageErrors errors) {
        String of(String key, Locale locale) {
            return messages.getMessage("identity." + key, null, locale);
        }
    }

    record Form(
            @Nullable String name,
            @Nullable String description,
            @BindParam("last_day") @Nullable String lastDay,
            @Nullable List<String> scopes) {
        Facts facts() {
            return new Facts(name, description, day());
        }

        private @Nullable LocalDate day() {
            if (lastDay == null || lastDay.isBlank()) return null;
            try {
                return TypedTime.day(lastDay.strip());
            } catch (DateTimeException e) {
                throw new Problem.InvalidInput("/last_day", "date", "This is not a date.");
            }
        }
    }

    @ModelAttribute("scopes")
    List<Choice> scopes(Locale locale) {
        return Permission.ofTenant().stream()
                .map(permission -> new Choice(
                        permission.scope(),
                        permission.scope(),
                        texts.of("scope." + permission.scope().replace(':', '-'), locale)))
                .toList();
    }

    @ModelAttribute("overlaps")
    List<Choice> overlaps(Locale locale) {
        return Stream.of("0", "1", "24", "72", "168")
                .map(hours -> new Choice(hours, texts.of("programs.overlap-" + hours, locale)))
                .toList();
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        var tenant = Tenancy.require();
        var page = clients.page(tenant.id(), Page.DEFAULT_LIMIT, after);
        model.addAttribute("clients", page.items());
        model.addAttribute("zone", tenant.timeZone());
        model.addAttribute("now", clock.instant());
        model.addAttribute("first", after == null ? null : HERE);
        model.addAttribute("next", page.next() == null ? null : HERE + "?after=" + page.next());
        return "identity/api-clients";
    }

    @GetMapping("/new")
    String form(Model model) {
        var all = Permission.ofTenant().stream().map(Permission::scope).toList();
        model.addAttribute("form", new Form(null, null, null, all));
        return "identity/api-client-new";
    }

    @PostMapping
    ModelAndView issue(Form form, Locale locale) {
        try {
            var scopes = form.scopes() == null ? List.<String>of() : form.scopes();
            return new ModelAndView("identity/api-client-issued")
                    .addObject("issued", issuing.issue(form.facts(), scopes));
        } catch (Problem.InvalidInput e) {
            return refused("identity/api-client-new", form, e, locale);
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable String id) {
        var client = issuing.require(id);
        var lastDay = client.term().lastDay();
        var form = new Form(client.name(), client.description(), lastDay == null ? null : lastDay.toString(), null);
        return shown(new ModelAndView("identity/api-client"), client).addObject("form", form);
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable String id, Form form, Locale locale, RedirectAttributes redirect) {
        try {
            issuing.change(id, form.facts());
        } catch (Problem.InvalidInput e) {
            return shown(refused("identity/api-client", form, e, locale), issuing.require(id));
        }
        return done(HERE + "/" + id, "changed", locale, redirect);
    }

    @PostMapping("/{id}/secret")
    ModelAndView rotate(@PathVariable String id, @RequestParam(required = false) @Nullable Integer overlap) {
        return new ModelAndView("identity/api-client-rotated")
                .addObject("rotated", issuing.rotate(id, overlap))
                .addObject("zone", Tenancy.require().timeZone());
    }

    @GetMapping("/{id}/former-secret/confirm")
    String confirmEnding(@PathVariable String id, Model model) {
        model.addAttribute("client", issuing.require(id));
        return "identity/api-client-former-secret";
    }

    @PostMapping("/{id}/former-secret")
    ModelAndView endFormer(@PathVariable String id, Locale locale, RedirectAttributes redirect) {
        issuing.endFormer(id);
        return done(HERE + "/" + id, "former-ended", locale, redirect);
    }

    @GetMapping("/{id}/revocation/confirm")
    String confirm(@PathVariable String id, Model model) {
        model.addAttribute("client", issuing.require(id));
        return "identity/api-client-revocation";
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable String id, Locale locale, RedirectAttributes redirect) {
        issuing.revoke(id);
        redirect.addFlashAttribute("flash", Flash.success(texts.of("api-clients.revoked", locale)));
        return "redirect:" + HERE;
    }

    private ModelAndView shown(ModelAndView page, StoredClient client) {
        var now = clock.instant();
        return page.addObject("client", client)
                .addObject("zone", Tenancy.require().timeZone())
                .addObject("isOver", client.term().isOver(now))
                .addObject("hasFormer", client.secret().hasFormer(now));
    }

    private ModelAndView refused(String view, Form form, Problem.InvalidInput problem, Locale locale) {
        return new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", form)
                .addObject("fieldErrors", texts.errors().of(problem, locale));
    }

    private ModelAndView done(String where, String what, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(texts.of("programs." + what, locale)));
        return new ModelAndView("redirect:" + where);
    }
}
