package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.PlenaryIT;

class BrandingIT extends PlenaryIT {
    @Test
    void aBrandIsSetAndServedAsAStyleSheet() {
        var tenant = aTenant();

        var before = owner(tenant).get("/api/v1/tenant").expect(200);
        var tag = before.headers().firstValue("ETag").orElseThrow();
        var changed = owner(tenant)
                .with("If-Match", tag)
                .patch(
                        "/api/v1/tenant",
                        Map.of(
                                "branding",
                                Map.of("primary_color", "#FFD500", "css_variables", Map.of("--ground", "#fff"))))
                .expect(200);

        assertThat(changed.text("/branding/primary_color")).isEqualTo("#ffd500");
        owner(tenant)
                .with("If-Match", tag)
                .patch("/api/v1/tenant", Map.of("name", "Other"))
                .expect(412);
        var sheet = anonymous(tenant).get("/brand.css").expect(200);
        assertThat(sheet.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(sheet.body())
                .contains("--brand-primary: #ffd500;")
                .contains("--brand-on-primary: #000000;")
                .contains("--ground: #ffffff;");
        anonymous(tenant)
                .with("If-None-Match", sheet.headers().firstValue("ETag").orElseThrow())
                .get("/brand.css")
                .expect(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#12", "url(http://evil.example/x)", "#fff;}body{display:none", "expression(1)"})
    void nothingButAColourIsTaken(String value) {
        var tenant = aTenant();

        var primary = owner(tenant)
                .patch("/api/v1/tenant", Map.of("branding", Map.of("primary_color", value)))
                .expect(422);
        var variable = owner(tenant)
                .patch("/api/v1/tenant", Map.of("branding", Map.of("css_variables", Map.of("--ground", value))))
                .expect(422);

        assertThat(primary.text("/errors/0/pointer")).isEqualTo("/branding/primary_color");
        assertThat(variable.text("/errors/0/pointer")).isEqualTo("/branding/css_variables/--ground");
    }

    @Test
    void aLogoIsAPictureAndNothingElse() {
        var tenant = aTenant();
        anonymous(tenant).get("/brand/logo").expect(404);

        var html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        owner(tenant)
                .send("PUT", "/api/v1/tenant/logo", Multipart.TYPE, Multipart.of("logo.png", html))
                .expect(422);
        var kept = owner(tenant)
                .send("PUT", "/api/v1/tenant/logo", Multipart.TYPE, Multipart.of("logo.png", png()))
                .expect(200);

        assertThat(kept.text("/branding/logo_url")).contains("/brand/logo?v=");
        var logo = anonymous(tenant).get("/brand/logo").expect(200);
        assertThat(logo.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(logo.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        anonymous(aTenant()).get("/brand/logo").expect(404);
    }

    @Test
    void aStrangerCannotChangeIt() {
        var tenant = aTenant();

        anonymous(tenant).get("/api/v1/tenant").expect(401);
        assertThat(anonymous(tenant)
                        .patch("/api/v1/tenant", Map.of("name", "Mine"))
                        .status())
                .isIn(401, 403);
    }

    private static byte[] png() {
        try {
            var bytes = new ByteArrayOutputStream();
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(4, 4, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Multipart {
        static final String TYPE = "multipart/form-data; boundary=XXX";

        static byte[] of(String name, byte[] content) {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(("--XXX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: image/png\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(content);
            bytes.writeBytes("\r\n--XXX--\r\n".getBytes(StandardCharsets.UTF_8));
            return bytes.toByteArray();
        }
    }
}
