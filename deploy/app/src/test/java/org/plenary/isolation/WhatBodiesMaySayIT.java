package org.plenary.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Bodies and forms are bound to records of their own that have no member for what the platform itself decides; and a member that is
 * not known is refused, so that nobody believes to have set it (OWASP: mass assignment).
 */
class WhatBodiesMaySayIT extends PlenaryIT {
    /** Of rows: whose they are, and what became of them. */
    private static final Set<String> OURS_TO_SAY = Set.of(
            "id",
            "tenant",
            "tenantId",
            "organizationId",
            "conferenceId",
            "schema",
            "owner",
            "operator",
            "createdAt",
            "updatedAt",
            "createdBy",
            "paid",
            "paidAt",
            "confirmedAt",
            "decidedBy",
            "total");

    /** Who is meant by the word there is somebody else. */
    private static final Set<String> OTHERS =
            Set.of("org.plenary.lodging.tour.DetailsInput operator", "org.plenary.admin.signup.SignupRequest owner");

    private static final List<String> MEMBERS = List.of("/tenant_id", "/paid", "/price", "/role", "/no_such");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void noBodyAndNoFormHasAMemberForWhatThePlatformDecides() {
        var bound = new HashSet<Class<?>>();
        for (var handler : mappings.getHandlerMethods().values())
            if (handler.getBeanType().getName().startsWith("org.plenary.")) bound(handler.getMethod(), bound);

        assertThat(bound).hasSizeGreaterThan(100).allMatch(Class::isRecord);
        var found = new ArrayList<String>();
        for (var type : bound)
            for (var member : type.getRecordComponents())
                if (OURS_TO_SAY.contains(member.getName())) found.add(type.getName() + " " + member.getName());
        assertThat(found).containsExactlyInAnyOrderElementsOf(OTHERS);
    }

    /** Bodies, and forms: those have no annotation. */
    private static void bound(Method method, Set<Class<?>> found) {
        for (var parameter : method.getParameters())
            if (parameter.isAnnotationPresent(RequestBody.class) || parameter.getAnnotations().length == 0)
                add(parameter.getParameterizedType(), found);
    }

    /** Records of ours, and those within them. */
    private static void add(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType parameterized)
            for (var argument : parameterized.getActualTypeArguments()) add(argument, found);
        if (!(type instanceof Class<?> ours)
                || !ours.getName().startsWith("org.plenary.")
                || ours.isEnum()
                || !found.add(ours)
                || !ours.isRecord()) return;
        for (var member : ours.getRecordComponents()) add(member.getGenericType(), found);
    }

    /** Whatever stands beside it: of an unknown member nothing is done. */
    @Test
    void anUnknownMemberIsRefusedEverywhere() {
        var owner = owner(aTenant());
        var answered = new ArrayList<String>();
        for (var entry : mappings.getHandlerMethods().entrySet()) {
            if (!takesJson(entry.getValue().getMethod())) continue;
            for (var pattern : entry.getKey().getPatternValues()) {
                if (!pattern.startsWith("/api/v1/") || pattern.startsWith("/api/v1/operator")) continue;
                var path = pattern.replaceAll("\\{[^}]+}", "x");
                for (var method : entry.getKey().getMethodsCondition().getMethods()) {
                    var answer = owner.send(method.name(), path, "application/json", """
                            {"tenant_id": "x", "paid": true, "price": 1, "role": "owner", "no_such": 1}""".getBytes());
                    if (!isRefused(answer))
                        answered.add(method + " " + pattern + " " + answer.status() + answer.body());
                }
            }
        }
        assertThat(answered).isEmpty();
    }

    /** Before the body is read: 404 for what is not there, 415 where bodies are of another kind. A missing number is found first. */
    private static boolean isRefused(Http.Answer answer) {
        if (answer.status() == 404 || answer.status() == 415) return true;
        return answer.status() == 422
                && (answer.text("/errors/0/code").equals("wrong_type")
                        || MEMBERS.contains(answer.text("/errors/0/pointer")));
    }

    private static boolean takesJson(Method method) {
        for (var parameter : method.getParameters()) if (parameter.isAnnotationPresent(RequestBody.class)) return true;
        return false;
    }
}
