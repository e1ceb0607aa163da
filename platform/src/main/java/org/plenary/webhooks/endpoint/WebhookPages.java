package org.plenary.webhooks.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.plenary.webhooks.endpoint.Registering.Wish;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
@RequestMapping("/manage/webhooks")
class WebhookPages {
    private static final String HERE = "/manage/webhooks";

    private final Registering registering;
    private final Endpoints endpoints;
    private final PageErrors errors;
    private final MessageSource messages;

    WebhookPages(Registering registering, Endpoints endpoints, PageErrors errors, MessageSource messages) {
        this.registering = registering;
        this.endpoints = endpoints;
        this.errors = errors;
        this.messages = messages;
    }

    /** @param version that the form was filled from; null for a new endpoint */
    record Form(
            @Nullable String url,
            @Nullable String description,
            @Nullable List<String> events,
            @Nullable Boolean active,
            @Nullable Long version) {
        static Form of(Endpoint endpoint) {
            return new Form(
                    endpoint.url(),
                    endpoint.description(),
                    endpoint.events().stream().map(EventType::wire).toList(),
                    endpoint.standing().active(),
                    endpoint.version());
        }

        Wish wish() {
            var wanted = events == null ? List.<String>of() : events;
            return new Wish(
                    url == null ? "" : url,
                    description == null ? "" : description,
                    wanted.stream()
                            .map(EventType::ofWire)
                            .flatMap(Optional::stream)
                            .toList(),
                    Boolean.TRUE.equals(active));
        }
    }

    @ModelAttribute("choices")
    List<Choice> choices(Locale locale) {
        return EventType.all().stream()
                .map(type -> new Choice(
                        type.wire(),
                        messages.getMessage("webhooks.event." + type.wire().replace('_', '-'), null, locale),
                        type.wire()))
                .toList();
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable UUID after, Model model) {
        var page = endpoints.page(Page.DEFAULT_LIMIT, after);
        model.addAttribute("endpoints", page.items());
        model.addAttribute("offered", registering.isOffered());
        model.addAttribute("zone", Tenancy.require().timeZone());
        model.addAttribute("first", after == null ? null : HERE);
        model.addAttribute("next", page.next() == null ? null : HERE + "?after=" + page.next());
        return "webhooks/endpoints";
    }

    @GetMapping("/new")
    String form(Model model) {
        if (!registering.isOffered()) return "redirect:" + HERE;
        var all = EventType.all().stream().map(EventType::wire).toList();
        model.addAttribute("form", new Form(null, null, all, true, null));
        return "webhooks/endpoint-new";
    }

    @PostMapping
    ModelAndView register(Form form, Locale locale) {
        try {
            return issued(registering.register(form.wish()), "webhooks.issued.title");
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused("webhooks/endpoint-new", form, e, locale);
        }
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        var endpoint = endpoints.require(id);
        model.addAttribute("id", id);
        model.addAttribute("form", Form.of(endpoint));
        return "webhooks/endpoint-edit";
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable UUID id, Form form, Locale locale, RedirectAttributes redirect) {
        try {
            registering.change(id, form.wish(), form.version() == null ? 0 : form.version());
        } catch (Problem.InvalidInput e) {
            return refused("webhooks/endpoint-edit", form, e, locale).addObject("id", id);
        }
        return done(HERE + "/" + id, "changed", locale, redirect);
    }

    @GetMapping("/{id}/deletion/confirm")
    String confirm(@PathVariable UUID id, Model model) {
        model.addAttribute("endpoint", endpoints.require(id));
        return "webhooks/endpoint-deletion";
    }

    @PostMapping("/{id}/deletion")
    ModelAndView delete(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        registering.delete(id);
        return done(HERE, "deleted", locale, redirect);
    }

    @GetMapping("/{id}/secret/confirm")
    String confirmRotation(@PathVariable UUID id, Model model) {
        model.addAttribute("endpoint", endpoints.require(id));
        return "webhooks/endpoint-secret";
    }

    @PostMapping("/{id}/secret")
    ModelAndView rotate(@PathVariable UUID id) {
        return issued(registering.rotate(id), "webhooks.issued.rotated");
    }

    private static ModelAndView issued(Registering.Issued issued, String heading) {
        return new ModelAndView("webhooks/endpoint-issued")
                .addObject("issued", issued)
                .addObject("heading", heading)
                .addObject("zone", Tenancy.require().timeZone());
    }

    private ModelAndView refused(String view, Form form, Problem problem, Locale locale) {
        return new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", form)
                .addObject("fieldErrors", errors.of(problem, locale));
    }

    private ModelAndView done(String where, String what, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("webhooks.endpoints." + what, null, locale)));
        return new ModelAndView("redirect:" + where);
    }
}
