package org.plenary.identity.provider;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.identity.provider.SettingUpProviders.Wanted;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.plenary.tenancy.Urls;
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

/** How the organization's people sign in. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/manage/sign-in")
class ProviderPages {
    private static final String HERE = "/manage/sign-in";

    private final SettingUpProviders settingUp;
    private final Urls urls;
    private final PageErrors errors;
    private final MessageSource messages;

    ProviderPages(SettingUpProviders settingUp, Urls urls, PageErrors errors, MessageSource messages) {
        this.settingUp = settingUp;
        this.urls = urls;
        this.errors = errors;
        this.messages = messages;
    }

    /** The fields are named as the pointers of what is wrong with them. */
    record Form(
            @Nullable String name,
            @Nullable String issuer,
            @Nullable String clientId,
            @Nullable String secret,
            @Nullable String domains,
            @Nullable Boolean active,
            @Nullable Long version) {
        static Form of(Provider provider) {
            return new Form(
                    provider.name(),
                    provider.issuer(),
                    provider.clientId(),
                    null,
                    String.join("\n", provider.domains()),
                    provider.active(),
                    provider.version());
        }

        Wanted wanted() {
            return new Wanted(
                    name,
                    issuer,
                    clientId,
                    secret,
                    domains,
                    Boolean.TRUE.equals(active),
                    version == null ? 0 : version);
        }
    }

    @ModelAttribute("here")
    String here() {
        return HERE;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("providers", settingUp.all());
        model.addAttribute("providersOnly", settingUp.isProvidersOnly());
        return "identity/sign-in";
    }

    @PostMapping("/rule")
    ModelAndView rule(
            @RequestParam(defaultValue = "false") boolean providersOnly,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            settingUp.setProvidersOnly(providersOnly);
        } catch (Problem.InvalidInput e) {
            list(model);
            return new ModelAndView("identity/sign-in", HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("fieldErrors", errors.of(e, locale));
        }
        return done(HERE, "saved", locale, redirect);
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", new Form(null, null, null, null, null, false, null));
        return "identity/sign-in-provider-new";
    }

    @PostMapping
    ModelAndView add(Form form, Locale locale, RedirectAttributes redirect) {
        try {
            return done(HERE + "/" + settingUp.add(form.wanted()).key(), "added", locale, redirect);
        } catch (Problem.InvalidInput e) {
            return refused(new ModelAndView("identity/sign-in-provider-new"), form, e, locale);
        }
    }

    @GetMapping("/{key}")
    ModelAndView show(@PathVariable String key) {
        var provider = settingUp.require(key);
        return page(provider).addObject("form", Form.of(provider));
    }

    private ModelAndView page(Provider provider) {
        return new ModelAndView("identity/sign-in-provider")
                .addObject("provider", provider)
                .addObject("back", ProviderExchange.back(urls, provider.key()));
    }

    @PostMapping("/{key}")
    ModelAndView change(@PathVariable String key, Form form, Locale locale, RedirectAttributes redirect) {
        try {
            settingUp.change(key, form.wanted());
        } catch (Problem.InvalidInput e) {
            return refused(page(settingUp.require(key)), form, e, locale);
        }
        return done(HERE + "/" + key, "changed", locale, redirect);
    }

    @GetMapping("/{key}/removal")
    ModelAndView question(@PathVariable String key) {
        return new ModelAndView("identity/sign-in-provider-removal").addObject("provider", settingUp.require(key));
    }

    @PostMapping("/{key}/removal")
    ModelAndView remove(@PathVariable String key, Locale locale, RedirectAttributes redirect) {
        settingUp.remove(key);
        return done(HERE, "removed", locale, redirect);
    }

    private ModelAndView refused(ModelAndView page, Form form, Problem problem, Locale locale) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("form", form).addObject("fieldErrors", errors.of(problem, locale));
    }

    private ModelAndView done(String where, String what, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("identity.sign-in." + what, null, locale)));
        return new ModelAndView("redirect:" + where);
    }
}
