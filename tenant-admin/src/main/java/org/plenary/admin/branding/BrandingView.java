package org.plenary.admin.branding;

import java.util.Locale;
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
    private final Formats formats;
    private final MessageSource messages;

    BrandingView(Formats formats, MessageSource messages) {
        this.formats = formats;
        this.messages = messages;
    }

    String show(TenantProfile profile, BrandingForm form, Model model) {
        model.addAttribute("brand", form);
        model.addAttribute("pairs", BrandPairs.of(form, profile.branding().primaryColor()));
        model.addAttribute("logoPath", LogoAddress.path(profile.branding()));
        model.addAttribute(
                "languages",
                Languages.ALL.stream()
                        .map(Locale::toLanguageTag)
                        .map(tag -> new Choice(tag, formats.languageName(tag)))
                        .toList());
        return "admin/branding";
    }

    /** The form with a colour that was suggested, which is not saved yet. */
    String suggest(TenantProfile profile, BrandingForm form, String suggestion, Model model) {
        var cut = suggestion.indexOf('=');
        var colour = Colour.parse(cut < 0 ? null : suggestion.substring(cut + 1));
        var chosen = colour.map(each -> form.with(suggestion.substring(0, cut), each.hex()))
                .orElse(form);
        model.addAttribute(
                "flash",
                Flash.info(messages.getMessage("admin.branding.suggested", null, LocaleContextHolder.getLocale())));
        return show(profile, chosen, model);
    }

    Flash saved() {
        return Flash.success(messages.getMessage("admin.branding.saved", null, LocaleContextHolder.getLocale()));
    }
}
