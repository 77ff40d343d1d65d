package org.awarenessweek;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The rooms of the house, and which of them may use which. */
class ArchitectureTests {

	private static final String ROOT = "org.awarenessweek";

	/**
	 * Who may use whom, from the bottom up: a room uses only rooms of the floors below
	 * its own.
	 */
	private static final List<Set<String>> FLOORS = List.of(Set.of("text", "log"), Set.of("site"),
			Set.of("work", "mail.text"), Set.of("door", "node"), Set.of("storage", "page", "picture"), Set.of("mail"),
			Set.of("team", "toolkit.upload"),
			Set.of("team.member", "team.desk", "edition", "notice", "words", "event.content", "event.draft"),
			Set.of("event", "pledge"), Set.of("event.form", "event.question", "pledge.count", "pledge.deed"),
			Set.of("event.desk", "event.file", "calendar", "pledge.wall"),
			Set.of("pledge.burst", "pledge.renewal", "pledge.signing"), Set.of("pledge.mine", "pledge.desk"),
			Set.of("feed", "print", "mine"), Set.of("toolkit"), Set.of("impact"), Set.of("home"), Set.of("watch"),
			Set.of("command.archive"), Set.of("command"));

	private static final Set<String> TRANSACTIONS = Set.of(TransactionOperations.class.getName(),
			TransactionTemplate.class.getName());

	private static final Set<String> STATEMENTS = Set.of(JdbcClient.StatementSpec.class.getName(),
			JdbcTemplate.class.getName());

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		// What packaging made of them
		.withImportOption((location) -> !location.contains("__") && !location.contains("$$"))
		.importPackages(ROOT);

	@Test
	void everyRoomHasItsFloor() {
		Set<String> rooms = CLASSES.stream().map(ArchitectureTests::room).collect(Collectors.toSet());
		rooms.remove("");
		assertThat(FLOORS.stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(rooms);
	}

	@Test
	void eachRoomUsesOnlyRoomsBelowIt() {
		assertThat(uses((from, to) -> floor(to) >= floor(from))).isEmpty();
	}

	@Test
	void eventsAndPledgesKnowNothingOfEachOther() {
		Pattern events = Pattern.compile("event.*|calendar");
		Pattern pledges = Pattern.compile("pledge.*");
		assertThat(uses((from, to) -> events.matcher(from).matches() && pledges.matcher(to).matches()
				|| pledges.matcher(from).matches() && events.matcher(to).matches()))
			.isEmpty();
	}

	@Test
	void noRoomHasMoreThanEighteenTypes() {
		Map<String, Long> types = CLASSES.stream()
			.filter(JavaClass::isTopLevelClass)
			.filter((type) -> !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(ArchitectureTests::room, Collectors.counting()));
		assertThat(types).allSatisfy((room, number) -> assertThat(number).as(room).isLessThanOrEqualTo(18));
	}

	/** What a statement commits by itself, nobody waits for: see the storage room. */
	@Test
	void rowsAreChangedInTransactionsOnly() {
		assertThat(CLASSES.stream()
			.flatMap((type) -> type.getMethodCallsFromSelf().stream())
			.filter((call) -> STATEMENTS.contains(call.getTargetOwner().getFullName()))
			.filter((call) -> call.getName().matches("update|batchUpdate|execute"))
			.map(JavaMethodCall::getOrigin)
			.filter((change) -> !runsInTransaction(change))
			.map(JavaCodeUnit::getFullName)).isEmpty();
	}

	private static boolean runsInTransaction(JavaCodeUnit method) {
		return isTransactional(method)
				|| method.getCallsFromSelf()
					.stream()
					.anyMatch((call) -> TRANSACTIONS.contains(call.getTargetOwner().getFullName()))
				|| !method.getAccessesToSelf().isEmpty() && method.getAccessesToSelf()
					.stream()
					.allMatch((access) -> runsInTransaction(access.getOrigin()));
	}

	private static boolean isTransactional(JavaCodeUnit method) {
		return Stream.of(method, method.getOwner())
			.flatMap((place) -> place.tryGetAnnotationOfType(Transactional.class).stream())
			.anyMatch((transaction) -> !transaction.readOnly());
	}

	private static Set<String> uses(BiPredicate<String, String> which) {
		var found = new TreeSet<String>();
		for (JavaClass type : CLASSES) {
			for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
				String from = room(type);
				String to = room(dependency.getTargetClass());
				if (!from.equals(to) && !from.isEmpty() && !to.isEmpty() && which.test(from, to)) {
					found.add(dependency.getDescription());
				}
			}
		}
		return found;
	}

	private static int floor(String room) {
		return IntStream.range(0, FLOORS.size())
			.filter((floor) -> FLOORS.get(floor).contains(room))
			.findFirst()
			.orElse(-1);
	}

	private static String room(JavaClass type) {
		String name = type.getPackageName();
		return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
	}

}
