import Foundation

/// How long anything may take before a test gives up; a busy machine is slow, never wrong.
package let patience: TimeInterval = 60

/// Looks again and again until `condition` holds.
package func eventually(within seconds: TimeInterval = patience, _ condition: () -> Bool) -> Bool {
  let deadline = Date(timeIntervalSinceNow: seconds)
  while !condition() {
    if Date() > deadline { return false }
    usleep(15_000)
  }
  return true
}
