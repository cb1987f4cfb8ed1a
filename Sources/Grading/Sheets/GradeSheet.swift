import Lessons

/// A class's reports, ready to be written in one form or another.
package struct GradeSheet: Sendable {
  let book: Gradebook
  /// Ids of lessons whose keys everybody can read.
  let publicKeys: Set<String>
  /// Marks that differ from those of an older report; nil where none was given.
  let changes: [MarkChange]?
  /// What the class did with each question; nil where nobody asked.
  let insights: [Insight]?

  package init(
    _ book: Gradebook,
    publicKeys: Set<String> = [],
    comparedWith old: OldMarks? = nil,
    withInsight: Bool = false
  ) {
    self.book = book
    self.publicKeys = publicKeys
    changes = old?.changes(book)
    insights = withInsight ? Insight.all(book) : nil
  }

  /// How many files there are, with marks or without.
  package var fileCount: Int { book.reports.count }

  /// Whether there are several lessons, so that each mark must say of which it is.
  var isCourse: Bool { book.lessons.count > 1 }

  func reports(of lesson: Lesson) -> [GradeReport] {
    book.reports.filter { $0.lesson == lesson.header.id.value }
  }
}

extension Lesson {
  /// The ids of the questions that count, in order.
  var countedQuestions: [String] {
    questions.compactMap { question in
      if case .counted = question.credit { question.id.value } else { nil }
    }
  }
}
