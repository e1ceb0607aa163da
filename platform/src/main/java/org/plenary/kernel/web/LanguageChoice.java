package org.plenary.kernel.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: {@code ?lang=} in the address, which is also remembered in a cookie, else that cookie, else what
 * the browser asks for, else English.
 */
@Component("localeResolver")
class LanguageChoice implements LocaleResolver, HandlerInterceptor {
    private static final String NAME = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return fromAddress(request)
                .or(() -> fromCookie(request))
                .or(() -> fromBrowser(request))
                .orElse(Languages.ENGLISH);
    }

    /** Nothing of ours sets a locale but the address. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by ?lang= alone");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        fromAddress(request).ifPresent(locale -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, locale)));
        return true;
    }

    /** Gives the language switch the address of this page with its other parameters. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view == null || !request.getMethod().equals("GET")) return;
        if (view.getViewName() == null || view.getViewName().startsWith("redirect:")) return;
        var query = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .replaceQueryParam(NAME)
                .build()
                .getQuery();
        var others = query == null || query.isEmpty() ? "" : query + "&";
        view.getModel().put("languageBase", "?" + others + NAME + "=");
    }

    private static String cookie(HttpServletRequest request, Locale locale) {
        return ResponseCookie.from(NAME, locale.toLanguageTag())
                .path("/")
                .maxAge(REMEMBERED)
                .sameSite("Lax")
                .secure(request.isSecure())
                .httpOnly(true)
                .build()
                .toString();
    }

    /** Reads the query alone: asking for the parameter would read the body of a form. */
    private static Optional<Locale> fromAddress(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null || !query.contains(NAME + "=")) return Optional.empty();
        return ours(UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst(NAME));
    }

    private static Optional<Locale> fromCookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .flatMap(LanguageChoice::ours);
    }

    private static Optional<Locale> fromBrowser(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) return Optional.empty();
        return Collections.list(request.getLocales()).stream()
                .map(asked -> Languages.ALL.stream()
                        .filter(own -> own.getLanguage().equals(asked.getLanguage()))
                        .findFirst())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Locale> ours(@Nullable String tag) {
        return Languages.ALL.stream()
                .filter(own -> own.toLanguageTag().equals(tag))
                .findFirst();
    }
}
