package org.awarenessweek.page;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.door.PublicPages;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import static java.util.Map.Entry.comparingByKey;

/**
 * The addresses of all pages that controllers answer, and what each reads of the query:
 * the names of the parameters of its method, and of the parts of those that are records.
 * A page that reads a token, and is brought one, is not for everyone.
 */
@Component
class PublicAddresses implements SmartInitializingSingleton {

	private final ObjectProvider<RequestMappingHandlerMapping> controllers;

	private final Map<String, Set<String>> literal = new HashMap<>();

	private final List<Map.Entry<PathPattern, Set<String>>> patterns = new ArrayList<>();

	PublicAddresses(ObjectProvider<RequestMappingHandlerMapping> controllers) {
		this.controllers = controllers;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.controllers.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().entrySet().stream())
			.forEach((page) -> {
				if (page.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
					add(Objects.requireNonNull(page.getKey().getPathPatternsCondition()).getPatterns(),
							namesReadBy(page.getValue()));
				}
			});
		this.patterns.sort(comparingByKey());
	}

	private void add(Set<PathPattern> paths, Set<String> names) {
		for (PathPattern path : paths) {
			if (path.hasPatternSyntax()) {
				this.patterns.add(Map.entry(path, names));
			}
			else {
				this.literal.put(path.getPatternString(), names);
			}
		}
	}

	private static Set<String> namesReadBy(HandlerMethod page) {
		return Stream.of(page.getMethodParameters())
			.flatMap(PublicAddresses::names)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Stream<String> names(MethodParameter parameter) {
		parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
		RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
		if (single != null) {
			return Stream
				.of(single.name().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : single.name());
		}
		ModelAttribute model = parameter.getParameterAnnotation(ModelAttribute.class);
		return (model != null && model.binding() && parameter.getParameterType().isRecord())
				? Stream.of(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName)
				: Stream.empty();
	}

	/**
	 * The address of a page that everyone may see and that is small enough to be kept.
	 * @param path the path, decoded
	 * @param query the query as it was sent
	 * @return nothing if there is no such page
	 */
	@Nullable Address of(String path, @Nullable String query) {
		Set<String> names = (PublicPages.isPrivate(path) || PublicPages.isStreamed(path)) ? null : namesReadAt(path);
		Address address = (names != null) ? Address.of(path, query, names) : null;
		return (address != null && !address.parameters().containsKey("token")) ? address : null;
	}

	/**
	 * Whether a controller answers a GET there, for everyone or for one person.
	 * @param path the path, decoded
	 */
	boolean isPage(String path) {
		return path.startsWith("/") && !path.startsWith("//") && namesReadAt(path) != null;
	}

	private @Nullable Set<String> namesReadAt(String path) {
		Set<String> names = this.literal.get(path);
		if (names != null) {
			return names;
		}
		PathContainer parsed = PathContainer.parsePath(path);
		return this.patterns.stream()
			.filter((page) -> page.getKey().matches(parsed))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

}
