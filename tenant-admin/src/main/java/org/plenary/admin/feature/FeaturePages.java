package org.plenary.admin.feature;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Feature;
import org.plenary.tenancy.FeatureSwitches;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is switched on for whom. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping(FeaturePages.LIST)
class FeaturePages {
    static final String LIST = "/operator/features";
    private static final int WHOLE = 100;

    private final FeatureSwitches switches;
    private final Switching switching;
    private final TenantDirectory directory;
    private final MessageSource messages;
    private final PageErrors errors;

    FeaturePages(
            FeatureSwitches switches,
            Switching switching,
            TenantDirectory directory,
            MessageSource messages,
            PageErrors errors) {
        this.switches = switches;
        this.switching = switching;
        this.directory = directory;
        this.messages = messages;
        this.errors = errors;
    }

    /** Switched and written down together. */
    @Component("featureSwitching")
    record Switching(FeatureSwitches switches, AuditTrail audit, Callers callers, TransactionOperations transactions) {
        void share(Feature feature, @Nullable Integer percent) {
            transactions.executeWithoutResult(status -> {
                switches.share(feature, percent, callers.current().name());
                audit.record(
                        "feature.switched", feature.key(), Map.of("percent", percent == null ? "default" : percent));
            });
        }

        void own(Feature feature, Tenant tenant, @Nullable Boolean on) {
            transactions.executeWithoutResult(status -> {
                switches.own(feature, tenant.id(), on, callers.current().name());
                audit.record(
                        "feature.switched-for",
                        feature.key(),
                        Map.of("organization", tenant.slug(), "on", on == null ? "default" : on));
            });
        }
    }

    record Row(FeatureSwitches.Switch now, String key, String title, String about) {}

    @GetMapping
    ModelAndView list(Locale locale) {
        return new ModelAndView("admin/features").addObject("features", rows(locale));
    }

    private List<Row> rows(Locale locale) {
        return switches.all().stream()
                .map(each -> {
                    var key = each.feature().key();
                    return new Row(
                            each,
                            key,
                            text("feature." + key + ".title", locale),
                            text("feature." + key + ".about", locale));
                })
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** @param percent empty for what the code declares */
    @PostMapping("/{key}")
    ModelAndView share(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String percent,
            Locale locale,
            RedirectAttributes redirect) {
        var feature = feature(key);
        try {
            switching.share(feature, percent.isBlank() ? null : percent(percent.strip()));
            return done(locale, redirect);
        } catch (Problem.InvalidInput e) {
            return refused(key, e, locale).addObject("typedPercent", percent);
        }
    }

    private static int percent(String text) {
        try {
            var percent = Integer.parseInt(text);
            if (percent >= 0 && percent <= WHOLE) return percent;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Problem.InvalidInput("/percent", "share_percent", "A whole number from 0 to 100.");
    }

    /** @param on {@code true}, {@code false}, or empty for what holds for all */
    @PostMapping("/{key}/organizations")
    ModelAndView own(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String on,
            Locale locale,
            RedirectAttributes redirect) {
        var feature = feature(key);
        try {
            var tenant = directory
                    .bySlug(slug.strip())
                    .orElseThrow(() -> new Problem.InvalidInput(
                            "/slug", "unknown_organization", "There is no such organization."));
            switching.own(feature, tenant, on.isBlank() ? null : Boolean.valueOf(on));
            return done(locale, redirect);
        } catch (Problem.InvalidInput e) {
            return refused(key, e, locale).addObject("typedSlug", slug);
        }
    }

    private ModelAndView done(Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(text("admin.feature.switched", locale)));
        return new ModelAndView("redirect:" + LIST);
    }

    private ModelAndView refused(String key, Problem.InvalidInput problem, Locale locale) {
        return errors.refused(list(locale).addObject("wrong", key), problem, locale);
    }

    private static Feature feature(String key) {
        return Feature.of(key).orElseThrow(() -> new Problem.NotFound("The feature"));
    }
}
