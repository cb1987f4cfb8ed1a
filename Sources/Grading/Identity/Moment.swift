/// A time of the calendar, in seconds from the beginning of 1970 in UTC.
package struct Moment: Sendable, Hashable, Comparable {
  package let seconds: Int

  /// Reads `2026-11-30 23:59`, `2026-11-30T23:59:59+01:00`, `2026-11-30T23:59Z`; without a zone it is
  /// taken as UTC, so all times of a class should be written alike.
  package init?(_ text: String) {
    let pattern =
      /(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)? ?(Z|UTC|([+-])(\d{2}):?(\d{2}))?/
    guard let match = text.tidied.wholeMatch(of: pattern) else { return nil }
    let parts = match.output
    func number(_ part: Substring?) -> Int { part.flatMap { Int($0) } ?? 0 }
    let (year, month, day) = (number(parts.1), number(parts.2), number(parts.3))
    let (hour, minute, second) = (number(parts.4), number(parts.5), number(parts.6))
    guard (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day), hour < 24,
      minute < 60, second < 60
    else { return nil }
    let zone = (number(parts.9) * 60 + number(parts.10)) * (parts.8 == "-" ? -60 : 60)
    seconds = Self.day(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - zone
  }

  package static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Days from 1970-01-01 in the Gregorian calendar, with years that begin in March.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
