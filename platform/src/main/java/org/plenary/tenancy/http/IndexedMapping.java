package org.plenary.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request among those whose address can be meant. Spring knows addresses without variables at once; for all
 * others it asks every mapping there is, and there are many hundreds. Whatever is not plain here (no handler, two that fit equally,
 * a browser that asks beforehand) is left to Spring.
 */
abstract class IndexedMapping extends RequestMappingHandlerMapping {
    /** Written while the application starts. */
    private final PatternIndex<Map.Entry<RequestMappingInfo, HandlerMethod>> handlers = new PatternIndex<>();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlerMethods) {
        super.handlerMethodsInitialized(handlerMethods);
        for (var handler : handlerMethods.entrySet())
            handlers.add(handler.getKey().getPatternValues(), handler);
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        var best = CorsUtils.isPreFlightRequest(request) ? null : best(lookupPath, request);
        if (best == null) return super.lookupHandlerMethod(lookupPath, request);
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, best.handler());
        handleMatch(best.mapping(), lookupPath, request);
        return best.handler();
    }

    /** @param mapping what of the handler's is for this request */
    private record Match(RequestMappingInfo mapping, HandlerMethod handler) {}

    private @Nullable Match best(String path, HttpServletRequest request) {
        var matches = new ArrayList<Match>();
        for (var entry : handlers.of(path)) {
            var mapping = getMatchingMapping(entry.getKey(), request);
            if (mapping != null) matches.add(new Match(mapping, entry.getValue()));
        }
        if (matches.isEmpty()) return null;
        if (matches.size() == 1) return matches.getFirst();
        var comparator = getMappingComparator(request);
        matches.sort((one, other) -> comparator.compare(one.mapping(), other.mapping()));
        var isClear =
                comparator.compare(matches.get(0).mapping(), matches.get(1).mapping()) != 0;
        return isClear ? matches.getFirst() : null;
    }
}
