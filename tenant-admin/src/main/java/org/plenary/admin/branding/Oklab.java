package org.plenary.admin.branding;

/**
 * A colour by how light people see it, and which hue it has (Björn Ottosson's Oklab, as in CSS Color 4).
 *
 * @param lightness from 0, black, to 1, white
 */
record Oklab(double lightness, double a, double b) {
    static Oklab of(Colour colour) {
        var rgb = Integer.parseInt(colour.hex().substring(1), 16);
        var red = Colour.linear(rgb >> 16 & 0xff);
        var green = Colour.linear(rgb >> 8 & 0xff);
        var blue = Colour.linear(rgb & 0xff);
        var l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        var m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        var s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new Oklab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    Oklab withLightness(double other) {
        return new Oklab(other, a, b);
    }

    /** The nearest one that a screen has. */
    Colour colour() {
        var l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        var m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        var s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new Colour("#%02x%02x%02x"
                .formatted(
                        channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                        channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                        channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)));
    }

    private static int channel(double linear) {
        var part = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(Math.clamp(part, 0, 1) * 255);
    }
}
