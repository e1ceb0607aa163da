package org.plenary.admin.branding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the branding page shows. */
@Component
class BrandingView {
    private static final double GOOD_TEXT = 4.5;

    private final Formats formats;
    private final MessageSource messages;

    BrandingView(Formats formats, MessageSource messages) {
        this.formats = formats;
        this.messages = messages;
    }

    /**
     * @param text how well text is read on the primary colour
     * @param isGoodText whether that is enough for small text (WCAG 2, AA)
     * @param page how well the primary colour stands out from a white page
     */
    record Contrast(String text, boolean isGoodText, String page, boolean isGoodPage) {}

    String show(TenantProfile profile, BrandingForm form, Model model) {
        model.addAttribute("brand", form);
        model.addAttribute("contrast", contrast(form, profile));
        model.addAttribute("logoPath", LogoAddress.path(profile.branding()));
        model.addAttribute(
                "languages",
                Languages.ALL.stream()
                        .map(Locale::toLanguageTag)
                        .map(tag -> new Choice(tag, formats.languageName(tag)))
                        .toList());
        return "admin/branding";
    }

    Flash saved() {
        return Flash.success(messages.getMessage("admin.branding.saved", null, LocaleContextHolder.getLocale()));
    }

    private static Contrast contrast(BrandingForm form, TenantProfile profile) {
        var primary = colour(form.primary(), new Colour(profile.branding().primaryColor()));
        var text = primary.contrast(colour(form.onPrimary(), primary.on()));
        var page = primary.contrast(Colour.WHITE);
        return new Contrast(
                BrandRules.ratio(text), text >= GOOD_TEXT, BrandRules.ratio(page), page >= BrandRules.LEAST);
    }

    private static Colour colour(@Nullable String typed, Colour otherwise) {
        return Colour.parse(typed).orElse(otherwise);
    }
}
