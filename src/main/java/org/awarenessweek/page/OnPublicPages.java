package org.awarenessweek.page;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An entity that public pages show: they are forgotten when one is stored, changed or
 * deleted, as soon as that is committed. Statements that go past the entity manager are
 * not seen: there is none yet that changes what pages show.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnPublicPages {

	/**
	 * Whether a new one may show late: there are so many that pages would never be kept.
	 * What shows them says {@link Pages#keepBriefly}.
	 */
	boolean newOnesLater() default false;

	/** The attribute that says whether one is shown, where not all are. */
	String where() default "";

}
