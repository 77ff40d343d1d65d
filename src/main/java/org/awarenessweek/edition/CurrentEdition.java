package org.awarenessweek.edition;

import java.util.List;

import org.awarenessweek.site.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a controller's method the current edition, as the page has it ({@code Edition
 * edition}). Before the first edition is announced there is no such page; a method that
 * takes a {@code @Nullable Edition} is called without one.
 */
@Component
class CurrentEdition implements HandlerMethodArgumentResolver, WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Edition.class;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer page,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Object edition = (page != null) ? page.getModel().get("edition") : null;
		if (edition == null && !parameter.isOptional()) {
			throw new NotFound();
		}
		return edition;
	}

}
