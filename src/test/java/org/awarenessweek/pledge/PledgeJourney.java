package org.awarenessweek.pledge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.awarenessweek.JourneyTest;

import org.springframework.test.context.TestPropertySource;

/**
 * A test of the pledge with the whole application: from one network as many forms as the
 * tests need, a member of the team, and statements counted.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@JourneyTest
@TestPropertySource(properties = { "limits.forms-per-network=100000", "team.first-member.email=" + PledgeJourney.MEMBER,
		"team.first-member.password=" + PledgeJourney.PASSWORD,
		"spring.jpa.properties.hibernate.generate_statistics=true" })
public @interface PledgeJourney {

	String MEMBER = "team@week.example";

	String PASSWORD = "correct horse battery staple";

}
