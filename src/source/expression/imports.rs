//! Imports of a Python file.

use ruff_python_ast as ast;

use crate::diag::catalog::python;
use crate::script::{Identifier, Import, Statement, StatementKind};
use crate::signatures::asyncio::{MODULES, MODULES_OF_TYPES, package_of};
use crate::signatures::star_of_types;
use crate::units::Span;

use super::Converter;

impl Converter<'_> {
    /// `import a, b as c`
    pub(super) fn import(&self, tree: &ast::StmtImport) -> StatementKind {
        let one = |alias: &ast::Alias| {
            let module = whole(self.identifier(&alias.name));
            let name = match &alias.asname {
                Some(name) => self.identifier(name),
                // `import a.b` binds `a`.
                None => {
                    Identifier { name: module.name.split('.').next().unwrap_or_default().to_owned(), span: module.span }
                }
            };
            Import { module, item: None, name }
        };
        StatementKind::Import(tree.names.iter().map(one).collect())
    }

    /// `from a import b as c`
    pub(super) fn import_from(&mut self, tree: &ast::StmtImportFrom, span: Span) -> Option<Statement> {
        let module = match &tree.module {
            Some(module) if tree.level == 0 => whole(self.identifier(module)),
            _ if self.is_for_checkers => Identifier { name: ".".to_owned(), span },
            _ => return self.drop_statement(python::relative_import(span)),
        };
        let one = |alias: &ast::Alias| {
            let item = self.identifier(&alias.name);
            let name = alias.asname.as_ref().map_or_else(|| item.clone(), |name| self.identifier(name));
            let path = format!("{}.{}", module.name, item.name);
            let is_module = [MODULES, MODULES_OF_TYPES].iter().any(|known| known.contains(&path.as_str()));
            if is_module || package_of(&path).is_some() {
                // `from concurrent import futures`: what is taken out of a package is a module.
                return Import { module: whole(Identifier { name: path, span: module.span }), item: None, name };
            }
            Import { module: module.clone(), item: Some(item), name }
        };
        let is_star = tree.names.iter().any(|alias| alias.name.as_str() == "*");
        let imports = match star_of_types(&module.name).filter(|_| is_star) {
            Some(names) => names.into_iter().map(|name| one_of(&module, name, span)).collect(),
            None => tree.names.iter().map(one).collect(),
        };
        Some(Statement { kind: StatementKind::Import(imports), span })
    }
}

/// One thing of a module, under its own name.
fn one_of(module: &Identifier, name: &str, span: Span) -> Import {
    let name = Identifier { name: name.to_owned(), span };
    Import { module: module.clone(), item: Some(name.clone()), name }
}

/// The module that has the things of a part of asyncio, or of `concurrent.futures`.
fn whole(module: Identifier) -> Identifier {
    match package_of(&module.name) {
        Some(package) => Identifier { name: package.to_owned(), span: module.span },
        None => module,
    }
}
