import Plotting

extension FigureValues {
  /// What is made of values along an axis; nil for values of another shape.
  var courses: FigureCourses? {
    switch self {
    case .courses(let courses): courses
    case .samples, .surface, .network, .iteration: nil
    }
  }
}
