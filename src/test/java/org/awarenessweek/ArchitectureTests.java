package org.awarenessweek;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The rooms of the house, and which of them may use which. */
class ArchitectureTests {

	private static final String ROOT = "org.awarenessweek";

	private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(room("text"), room("site"),
			room("door", "site"), room("storage", "site"), room("page", "door", "site"), room("mail", "door", "site"),
			room("team", "mail", "door", "site"), room("edition", "team", "page", "site"), room("download", "site"),
			room("calendar", "edition", "mail", "team", "page", "door", "site"),
			room("pledge", "edition", "mail", "team", "page", "door", "site"),
			room("feed", "calendar", "edition", "pledge", "site"),
			room("print", "calendar", "edition", "pledge", "site"), room("wall", "pledge", "edition", "page", "site"),
			room("home", "edition", "calendar", "pledge", "wall", "site"));

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void everyRoomIsInTheTable() {
		Set<String> rooms = CLASSES.stream().map(ArchitectureTests::room).collect(Collectors.toSet());
		rooms.remove("");
		assertThat(rooms).isEqualTo(MAY_USE.keySet());
	}

	@Test
	void eachRoomUsesOnlyWhatItMay() {
		var broken = new TreeSet<String>();
		for (JavaClass type : CLASSES) {
			for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
				String from = room(type);
				String to = room(dependency.getTargetClass());
				if (!from.equals(to) && !from.isEmpty() && !to.isEmpty()
						&& !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
					broken.add(dependency.getDescription());
				}
			}
		}
		assertThat(broken).isEmpty();
	}

	/** Every room may read what people type. */
	private static Map.Entry<String, Set<String>> room(String name, String... mayUse) {
		Set<String> all = new TreeSet<>(Set.of(mayUse));
		all.add("text");
		return Map.entry(name, all);
	}

	private static String room(JavaClass type) {
		String name = type.getPackageName();
		if (!name.startsWith(ROOT + ".")) {
			return "";
		}
		return name.substring(ROOT.length() + 1).split("\\.")[0];
	}

}
