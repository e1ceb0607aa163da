package org.plenary.communication.document;

import java.util.Locale;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.context.MessageSource;

/**
 * Who a mail or document is from: the bound tenant, or the platform.
 *
 * @param color the brand's, {@code #rrggbb}
 * @param colorText black or white, whichever is better read on it
 */
public record Sender(String name, String color, String colorText) {
    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;

    /** The luminance at which black and white are equally far away (WCAG 2, contrast ratio). */
    private static final double MIDDLE = 0.179;

    public static Sender current(MessageSource messages, Locale locale) {
        var color =
                Tenancy.current().map(Tenant::branding).orElse(Branding.DEFAULT).primaryColor();
        var name = Tenancy.current()
                .map(Tenant::name)
                .orElseGet(() -> messages.getMessage("communication.mail.platform", null, locale));
        return new Sender(name, color, textOn(color));
    }

    static String textOn(String color) {
        var rgb = Integer.parseInt(color.substring(1), 16);
        var luminance = RED * linear(rgb >> 16 & 0xff) + GREEN * linear(rgb >> 8 & 0xff) + BLUE * linear(rgb & 0xff);
        return luminance > MIDDLE ? "#000000" : "#ffffff";
    }

    /** The sRGB transfer function. */
    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
