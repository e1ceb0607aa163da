package org.plenary.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.CacheMode;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.HashSet;
import org.plenary.tenancy.ModuleListener;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.PlatformEvent;
import org.plenary.tenancy.TenantEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

@AnalyzeClasses(
        packages = "org.plenary",
        importOptions = ImportOption.DoNotIncludeTests.class,
        cacheMode = CacheMode.PER_CLASS)
class RulesTests {
    private static final int DEPENDENCIES = 5;

    @ArchTest
    static final ArchRule stripeIsKnownToBillingAlone = noClasses()
            .that(not(resideInAPackage("org.plenary.billing..")).and(ours()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.stripe..");

    @ArchTest
    static final ArchRule elasticsearchIsKnownToSearchAlone = noClasses()
            .that(not(resideInAPackage("org.plenary.search..")).and(ours()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("co.elastic..", "org.elasticsearch..");

    @ArchTest
    static final ArchRule controllersHaveNoTransactions = methods()
            .that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .notBeAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().that(ours()).should().haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|DTO|Dto)$");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that(ours())
            .should()
            .callMethodWhere(new DescribedPredicate<>("now() is called without a clock") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                    var target = call.getTarget();
                    return target.getName().equals("now")
                            && target.getOwner().getPackageName().startsWith("java.time")
                            && target.getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
                }
            });

    /** Such a stream keeps its connection until it is closed, and nobody closes it. */
    @ArchTest
    static final ArchRule rowsAreReadBeforeTheyAreStreamed =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule fewDependenciesEach = classes()
            .that()
            .areMetaAnnotatedWith(Component.class)
            .and()
            .areNotAnnotatedWith(Configuration.class)
            .and()
            .areNotAnnotatedWith(ConfigurationProperties.class)
            .should(new ArchCondition<>("have at most " + DEPENDENCIES + " dependencies") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (var constructor : type.getConstructors()) {
                        var count = constructor.getRawParameterTypes().size();
                        events.add(new SimpleConditionEvent(
                                type, count <= DEPENDENCIES, type.getName() + " has " + count + " dependencies"));
                    }
                }
            });

    @ArchTest
    static final ArchRule listenersHearEventsThatNameTheirTenant = methods()
            .that()
            .areAnnotatedWith(ModuleListener.class)
            .or()
            .areAnnotatedWith(OutboundListener.class)
            .should(new ArchCondition<>("listen to a TenantEvent or PlatformEvent under an id of their own") {
                private final HashSet<String> ids = new HashSet<>();

                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    var event = method.getRawParameterTypes().getFirst();
                    var known = event.isAssignableTo(TenantEvent.class) || event.isAssignableTo(PlatformEvent.class);
                    events.add(new SimpleConditionEvent(method, known, method.getFullName() + " hears " + event));
                    var id = id(method);
                    var fresh = !id.isBlank() && ids.add(id);
                    events.add(new SimpleConditionEvent(method, fresh, method.getFullName() + " has the id " + id));
                }
            });

    private static String id(JavaMethod method) {
        return method.isAnnotatedWith(ModuleListener.class)
                ? method.getAnnotationOfType(ModuleListener.class).id()
                : method.getAnnotationOfType(OutboundListener.class).id();
    }

    @org.junit.jupiter.api.Test
    void rulesLookAtSomething() {
        assertThat(new com.tngtech.archunit.core.importer.ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.plenary.tenancy"))
                .isNotEmpty();
    }

    private static DescribedPredicate<JavaClass> ours() {
        return new DescribedPredicate<>("are classes of the platform, not of its test services") {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().startsWith("org.plenary")
                        && !type.getPackageName().startsWith("org.plenary.embedded")
                        && !type.getPackageName().startsWith("org.plenary.bench");
            }
        };
    }
}
