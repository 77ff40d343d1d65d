@NullMarked
package org.awarenessweek.team.member;

import org.jspecify.annotations.NullMarked;
