# Takes the service and its program away again. Run in an elevated PowerShell. Settings, secrets and data stay: -WithData takes them, too.
param(
    [string]$Target = "$env:ProgramFiles\JcaCop",
    [string]$Data = "$env:ProgramData\JcaCop",
    [switch]$WithData
)
$ErrorActionPreference = 'Stop'
if (Get-Service jcacop -ErrorAction SilentlyContinue) {
    Stop-Service jcacop
    sc.exe delete jcacop | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "The service could not be taken away: sc.exe delete jcacop said $LASTEXITCODE." }
}
foreach ($folder in $Target, "$Target.before") { if (Test-Path $folder) { Remove-Item -Recurse -Force $folder } }
if ($WithData -and (Test-Path $Data)) { Remove-Item -Recurse -Force $Data }
Write-Output $(if ($WithData) { 'jcacop is gone with its settings and its register.' } else { "jcacop is gone. $Data (settings, secrets, the register) is still there; uninstall.ps1 -WithData takes it, too." })
