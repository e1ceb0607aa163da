package org.plenary;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Says under which name Spring finds a class of ours that a constructor asks for. Without it each first question for a type
 * looks at all beans, of which there are some two thousand: a tenth of the start. What has no bean of that name and type is
 * looked for as ever.
 */
public class NamedByType implements ApplicationContextInitializer<GenericApplicationContext> {
    private static final String OURS = NamedByType.class.getPackageName() + ".";

    @Override
    public void initialize(GenericApplicationContext context) {
        context.getDefaultListableBeanFactory().setAutowireCandidateResolver(new Resolver());
    }

    private static final class Resolver extends ContextAnnotationAutowireCandidateResolver {
        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
            var suggested = super.getSuggestedName(descriptor);
            var type = descriptor.getDependencyType();
            if (suggested != null || !type.getName().startsWith(OURS)) return suggested;
            return StringUtils.uncapitalizeAsProperty(ClassUtils.getShortName(type));
        }
    }
}
